package io.tocsin.audit.api.audit;

import java.util.List;

import io.tocsin.audit.head.PublicKeyOfLog;

/** All that ever signed, the oldest first. */
record KeyList(List<PublicKeyOfLog> keys) {}
