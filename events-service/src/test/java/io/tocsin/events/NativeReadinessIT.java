package io.tocsin.events;

import io.tocsin.test.packaged.NativeReadiness;

class NativeReadinessIT extends NativeReadiness {}
