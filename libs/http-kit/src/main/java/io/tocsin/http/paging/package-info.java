/** Paging by place instead of by number: page ten thousand costs what page one does, and new rows never shift a page. */
package io.tocsin.http.paging;
