// SHA-256 (FIPS 180-4) by libcrypto.
#include "encoding/sha256.hpp"

#include <afletter/assert.hpp>
#include <afletter/ledger_store.hpp>

#include <openssl/evp.h>

namespace afletter {

namespace {

// Fetched once: a fetch for each digest would cost more than the digest.
const EVP_MD* algorithm() {
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    AFLETTER_ASSERT(fetched != nullptr);
    return fetched;
}

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

struct Sha256Stream::Impl {
    Impl() { restart(); }
    void restart() const {
        AFLETTER_ASSERT(EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1);
    }
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : impl_(std::make_unique<Impl>()) {}
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::update(std::string_view bytes) {
    AFLETTER_ASSERT(EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()) == 1);
}

// The stream begins anew after it.
Sha256 Sha256Stream::finish() {
    Sha256 digest{};
    AFLETTER_ASSERT(EVP_DigestFinal_ex(impl_->context.get(), digest.data(), nullptr) == 1);
    impl_->restart();
    return digest;
}

Sha256 sha256(std::string_view bytes) {
    thread_local Sha256Stream stream;
    stream.update(bytes);
    return stream.finish();
}

std::string_view bytes_of(const Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace afletter
