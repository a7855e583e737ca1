// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.ipsecmb;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The three functions of the library that we call. All pointers are passed as plain addresses, so that a call makes no
/// object.
///
/// ```
/// aes_gcm_pre_128_*(key 16, out key data)
/// aes_gcm_enc_128_*(key data, context, out, in, length, nonce 12, clear, clear length, out tag, tag length)
/// aes_gcm_dec_128_*   the same; it only computes the tag, comparing is the caller's
/// ```
@SuppressWarnings("restricted")
record Functions(Variant variant, MethodHandle prepare, MethodHandle encrypt, MethodHandle decrypt) {
    /// `sizeof(struct gcm_key_data)` and `sizeof(struct gcm_context_data)` of versions 1.0 to 1.5, rounded up.
    static final int KEY_DATA_BYTES = 1024;

    static final int CONTEXT_BYTES = 128;
    /// The key data is read in whole registers of 512 bits.
    static final int ALIGNMENT = 64;

    private static final String LIBRARY = "libIPSec_MB.so.1";
    private static final FunctionDescriptor PREPARE = FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor CRYPT = FunctionDescriptor.ofVoid(
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG);

    /// What the machine offers, or empty when it has not the library or the processor for it.
    static Optional<Functions> find() {
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            return bestVariant(library).map(variant -> of(library, variant));
        } catch (IllegalArgumentException | NoSuchElementException | IllegalCallerException _) {
            // No such library, one too old or too new to have these functions, or a JVM that may not call it.
            return Optional.empty();
        }
    }

    private static Optional<Variant> bestVariant(SymbolLookup library) {
        MethodHandle features = Linker.nativeLinker()
                .downcallHandle(library.findOrThrow("imb_get_feature_flags"), FunctionDescriptor.of(JAVA_LONG));
        try {
            return Variant.bestFor((long) features.invokeExact());
        } catch (Throwable broken) {
            throw new IllegalStateException("a call of the library failed", broken);
        }
    }

    private static Functions of(SymbolLookup library, Variant variant) {
        return new Functions(
                variant,
                function(library, variant.function("aes_gcm_pre_128"), PREPARE),
                function(library, variant.function("aes_gcm_enc_128"), CRYPT),
                function(library, variant.function("aes_gcm_dec_128"), CRYPT));
    }

    /// A call takes less than a microsecond, so the thread need not leave Java for it.
    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape, Linker.Option.critical(false));
    }
}
