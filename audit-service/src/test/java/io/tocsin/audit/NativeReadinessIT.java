package io.tocsin.audit;

import io.tocsin.test.packaged.NativeReadiness;

class NativeReadinessIT extends NativeReadiness {}
