// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/packing.h"

#include <zstd.h>

namespace relata {
namespace {

constexpr char kPlain = 0;
constexpr char kZstd = 1;
constexpr int kLevel = 3;

}  // namespace

void Packer::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

Packer::Packer() : context_(ZSTD_createCCtx()) {
  RELATA_CHECK(context_ != nullptr);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
}

std::string Packer::pack(std::string_view payload) {
  std::string stored(1 + ZSTD_compressBound(payload.size()), kZstd);
  const std::size_t size = ZSTD_compress2(context_.get(), stored.data() + 1, stored.size() - 1,
                                          payload.data(), payload.size());
  if (ZSTD_isError(size) == 0 && size < payload.size()) {
    stored.resize(1 + size);
    return stored;
  }
  return pack_plain(payload);
}

std::string pack_plain(std::string_view payload) { return std::string(1, kPlain).append(payload); }

Result<std::string> unpack(std::string_view stored, std::uint64_t limit) {
  if (stored.empty()) return Error{"the stored payload is empty"};
  const char form = stored.front();
  stored.remove_prefix(1);
  if (form == kPlain) {
    if (stored.size() > limit) return Error{"the payload is too large"};
    return std::string(stored);
  }
  if (form != kZstd) return Error{"the payload is stored in a form that is not known"};
  const unsigned long long size = ZSTD_getFrameContentSize(stored.data(), stored.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return Error{"the stored payload is no zstd frame that states its size"};
  if (size > limit) return Error{"the payload is too large"};
  std::string payload(size, '\0');
  const std::size_t got =
      ZSTD_decompress(payload.data(), payload.size(), stored.data(), stored.size());
  if (ZSTD_isError(got) != 0 || got != size) return Error{"the stored payload cannot be unpacked"};
  return payload;
}

}  // namespace relata
