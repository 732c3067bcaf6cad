package io.tocsin.notifier;

import io.tocsin.test.packaged.NativeReadiness;

class NativeReadinessIT extends NativeReadiness {}
