package io.tocsin.audit.api.audit;

import java.util.List;

/** The newest first. */
record HeadList(List<HeadAnswer> heads) {}
