#include "store/text_packing.h"

#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>

namespace palpate {
namespace {

// With level 7 the index of medquad is 1% smaller, for an eighth more time. Levels between are no
// smaller than this one.
constexpr int kLevel = 3;
constexpr std::size_t kLeastSample = std::size_t{64} << 10U;
constexpr std::size_t kMostDictionary = std::size_t{110} << 10U;
constexpr std::size_t kSamplePerDictionary = 16;
// No record is longer; what says so is damaged.
constexpr unsigned long long kMostRecord = 1ULL << 30U;

template <class Context>
Context* made(Context* context) {
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

}  // namespace

void TextSample::add(std::string_view record) {
  bytes_ += record;
  sizes_.push_back(record.size());
}

std::string TextSample::train() const {
  if (bytes_.size() < kLeastSample) return {};
  std::string dictionary(std::min(kMostDictionary, bytes_.size() / kSamplePerDictionary), '\0');
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 1024;  // bytes of a stretch: measured, see bench/README.md
  parameters.d = 8;
  parameters.f = 18;
  parameters.accel = 1;
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), bytes_.data(), sizes_.data(),
      static_cast<unsigned>(sizes_.size()), parameters);
  if (ZDICT_isError(size) != 0) return {};  // records too few or too much alike
  dictionary.resize(size);
  return dictionary;
}

std::string SharedDictionary::get_or_train(const TextSample& sample) {
  const std::lock_guard lock(mutex_);
  if (bytes_.empty()) bytes_ = sample.train();
  return bytes_;
}

std::string SharedDictionary::get() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

struct TextPacker::Contexts {
  explicit Contexts(std::string_view bytes)
      : context(made(ZSTD_createCCtx()), ZSTD_freeCCtx),
        dictionary(made(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)), ZSTD_freeCDict) {}
  std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context;
  std::unique_ptr<ZSTD_CDict, std::size_t (*)(ZSTD_CDict*)> dictionary;
};

TextPacker::TextPacker(std::string_view dictionary)
    : contexts_(std::make_unique<Contexts>(dictionary)) {}
TextPacker::TextPacker(TextPacker&&) noexcept = default;
TextPacker& TextPacker::operator=(TextPacker&&) noexcept = default;
TextPacker::~TextPacker() = default;

void TextPacker::append_packed(std::string_view record, std::string& to) {
  const std::size_t begin = to.size();
  to.resize(begin + ZSTD_compressBound(record.size()));
  const std::size_t size =
      ZSTD_compress_usingCDict(contexts_->context.get(), to.data() + begin, to.size() - begin,
                               record.data(), record.size(), contexts_->dictionary.get());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // room there is: nothing else can fail
  to.resize(begin + size);
}

struct TextUnpacker::Contexts {
  explicit Contexts(std::string_view bytes)
      : context(made(ZSTD_createDCtx()), ZSTD_freeDCtx),
        dictionary(made(ZSTD_createDDict(bytes.data(), bytes.size())), ZSTD_freeDDict) {}
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context;
  std::unique_ptr<ZSTD_DDict, std::size_t (*)(ZSTD_DDict*)> dictionary;
};

TextUnpacker::TextUnpacker(std::string_view dictionary)
    : contexts_(std::make_unique<Contexts>(dictionary)) {}
TextUnpacker::TextUnpacker(TextUnpacker&&) noexcept = default;
TextUnpacker& TextUnpacker::operator=(TextUnpacker&&) noexcept = default;
TextUnpacker::~TextUnpacker() = default;

std::optional<std::string> TextUnpacker::unpacked(std::string_view packed) const {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // Also what zstd answers when it does not know.
  if (size > kMostRecord) return std::nullopt;
  std::string record(static_cast<std::size_t>(size), '\0');
  // What was packed without a dictionary names none, and needs none.
  const bool plain = ZSTD_getDictID_fromFrame(packed.data(), packed.size()) == 0;
  ZSTD_DCtx* const context = contexts_->context.get();
  const std::size_t got =
      plain
          ? ZSTD_decompressDCtx(context, record.data(), record.size(), packed.data(), packed.size())
          : ZSTD_decompress_usingDDict(context, record.data(), record.size(), packed.data(),
                                       packed.size(), contexts_->dictionary.get());
  if (got != record.size()) return std::nullopt;
  return record;
}

}  // namespace palpate
