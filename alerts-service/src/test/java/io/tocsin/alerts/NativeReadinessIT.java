package io.tocsin.alerts;

import io.tocsin.test.packaged.NativeReadiness;

class NativeReadinessIT extends NativeReadiness {}
