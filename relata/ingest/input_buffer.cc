// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/input_buffer.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "relata/base/fold.h"
#include "relata/ingest/decode.h"

namespace relata {

namespace {

constexpr std::size_t kBlock = 256u << 10;
constexpr std::size_t kStart = 512;  // bytes by which binary files and encodings are known

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// A stream in some encoding, as UTF-8. What fits no character becomes U+FFFD.
class ConvertedStream final : public ByteStream {
 public:
  ConvertedStream(std::unique_ptr<ByteStream> stream, std::string start,
                  std::unique_ptr<UConverter, Closer> from, std::unique_ptr<UConverter, Closer> to)
      : stream_(std::move(stream)),
        bytes_(std::move(start)),
        from_(std::move(from)),
        to_(std::move(to)) {
    pivot_.resize(1 << 12);
    pivot_source_ = pivot_target_ = pivot_.data();
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    while (true) {
      const char* source = bytes_.data() + at_;
      char* target = buffer.data();
      UErrorCode problem = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, buffer.data() + buffer.size(), &source,
                     bytes_.data() + bytes_.size(), pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), static_cast<UBool>(first_),
                     static_cast<UBool>(ended_), &problem);
      first_ = false;
      at_ = static_cast<std::size_t>(source - bytes_.data());
      const auto made = static_cast<std::size_t>(target - buffer.data());
      if (made > 0) return made;
      if (U_FAILURE(problem) && problem != U_BUFFER_OVERFLOW_ERROR)
        return Error{"cannot be converted to UTF-8"};
      if (ended_) return std::size_t{0};
      bytes_.resize(kBlock);
      at_ = 0;
      RELATA_TRY(const std::size_t got, stream_->read(bytes_));
      bytes_.resize(got);
      ended_ = got == 0;
    }
  }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string bytes_;
  std::size_t at_ = 0;
  std::unique_ptr<UConverter, Closer> from_;
  std::unique_ptr<UConverter, Closer> to_;
  std::vector<UChar> pivot_;
  UChar* pivot_source_ = nullptr;
  UChar* pivot_target_ = nullptr;
  bool first_ = true;
  bool ended_ = false;
};

Result<std::unique_ptr<ByteStream>> converted(std::unique_ptr<ByteStream> stream, std::string start,
                                              const std::string& encoding) {
  UErrorCode problem = U_ZERO_ERROR;
  std::unique_ptr<UConverter, Closer> from(ucnv_open(encoding.c_str(), &problem));
  std::unique_ptr<UConverter, Closer> to(ucnv_open("UTF-8", &problem));
  if (U_FAILURE(problem)) return Error{"the encoding " + encoding + " is not known"};
  return std::unique_ptr<ByteStream>(std::make_unique<ConvertedStream>(
      std::move(stream), std::move(start), std::move(from), std::move(to)));
}

}  // namespace

Result<InputBuffer> InputBuffer::open(std::unique_ptr<ByteStream> stream,
                                      const std::optional<std::string>& encoding,
                                      const IngestTables::Parts& tables) {
  InputBuffer buffer;
  buffer.stream_ = std::move(stream);
  bool more = true;
  while (more && buffer.end_ < kStart) {
    RELATA_TRY(more, buffer.more());
  }
  if (const auto kind = binary_kind(buffer.rest(), tables); !kind.empty()) {
    return Error{"is " + std::string(kind) + ", not text"};
  }
  std::string name =
      encoding ? lower_ascii(*encoding) : encoding_by_mark(buffer.rest()).value_or("utf-8");
  if (const auto known = tables.encodings.find(name); known != tables.encodings.end()) {
    name = known->second;
  }
  if (name != "utf-8") {
    RELATA_TRY(buffer.stream_,
               converted(std::move(buffer.stream_), std::string(buffer.rest()), name));
    buffer.end_ = 0;
    for (more = true; more && buffer.end_ < 3;) {
      RELATA_TRY(more, buffer.more());
    }
  }
  if (buffer.rest().starts_with("\xEF\xBB\xBF")) buffer.at_ = 3;
  return buffer;
}

Result<bool> InputBuffer::more() {
  // Room is made when little is left: by moving what is held over what was taken, if that was more than half, else by
  // growing. Each byte moves once or twice.
  if (held_.size() - end_ < kBlock / 4) {
    if (at_ > end_ / 2) {
      std::memmove(held_.data(), held_.data() + at_, end_ - at_);
      end_ -= at_;
      at_ = 0;
    }
    if (held_.size() - end_ < kBlock / 4) held_.resize(end_ + std::max(end_, kBlock));
  }
  RELATA_TRY(const std::size_t got,
             stream_->read(std::span(held_.data() + end_, held_.size() - end_)));
  end_ += got;
  bytes_read_ += got;
  return got > 0;
}

}  // namespace relata
