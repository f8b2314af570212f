// The fast path: plain values, each followed by markup that came there before, or by a tag without
// attributes whose name is known. It stops at anything else, and at whatever is not whole, so that
// the careful path can read that from its beginning.
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "xml/byte_search.hpp"
#include "xml/engine.hpp"

namespace afletter::xml {

namespace {

// Everything below is made twice, for the vectors that every processor has and for wider ones. So
// it must become one function with its caller.
#define AFLETTER_PART_OF_CALLER [[gnu::always_inline]] inline

// The searches that matter most, as every processor has them.
struct Narrow {
    static const char* end_of_plain_text(const char* at) { return xml::end_of_plain_text(at); }
    static bool is_equal(const char* left, const char* right, std::size_t size) {
        return is_equal_blockwise(left, right, size);
    }
};

#if defined(__x86_64__)
#define AFLETTER_WIDE __attribute__((target("avx2,bmi,bmi2")))

// The same, 32 bytes at a time.
struct Wide {
    AFLETTER_WIDE static inline const char* end_of_plain_text(const char* at) {
        for (;; at += 32) {
            const __m256i block = load(at);
            const __m256i left = _mm256_or_si256(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('<')),
                                                 _mm256_cmpeq_epi8(block, _mm256_set1_epi8('&')));
            const __m256i right = _mm256_or_si256(_mm256_cmpeq_epi8(block, _mm256_set1_epi8(']')),
                                                  _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\r')));
            const int found = _mm256_movemask_epi8(_mm256_or_si256(left, right));
            if (found != 0) {
                return at + __builtin_ctz(static_cast<unsigned>(found));
            }
        }
    }
    AFLETTER_WIDE static inline bool is_equal(const char* left, const char* right,
                                              std::size_t size) {
        for (; size > 32; left += 32, right += 32, size -= 32) {
            if (unequal(left, right) != 0) {
                return false;
            }
        }
        return size == 0 || unequal(left, right) << (32 - size) == 0;
    }

  private:
    AFLETTER_WIDE static inline __m256i load(const char* at) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    }
    AFLETTER_WIDE static inline unsigned unequal(const char* left, const char* right) {
        return ~static_cast<unsigned>(
            _mm256_movemask_epi8(_mm256_cmpeq_epi8(load(left), load(right))));
    }
};
#endif

// Where the fast path is, in a form that stays in registers.
struct Walk {
    const char* at;
    Context* context;
    Event* event;
    const Event* const last_event;
    const char* const buffer;
    const char* const end;
    const ContextTree& contexts;
    bool is_blank = false;  // the text before the tag that is looked at

    void stand_where(const Walk& other) {
        at = other.at;
        context = other.context;
        event = other.event;
    }
    AFLETTER_PART_OF_CALLER void push(const char* data, std::size_t size, std::uint16_t element,
                                      EventKind kind) {
        *event++ = {data, static_cast<std::uint32_t>(size),
                    static_cast<std::uint32_t>(data - buffer), element, kind};
    }
    // Blanks alone are no value.
    AFLETTER_PART_OF_CALLER void push_text(const char* text_end) {
        if (at != text_end && !is_blank) {
            push(at, static_cast<std::size_t>(text_end - at), context->role.number,
                 EventKind::text);
        }
    }
};

// Where the plain text ends that begins at `at`; notes whether it is only blanks.
template <class Search>
AFLETTER_PART_OF_CALLER const char* end_of_text(Walk& walk) {
    walk.is_blank = false;
    if (static_cast<unsigned char>(*walk.at) > ' ') {
        return Search::end_of_plain_text(walk.at);
    }
    const char* const nonblank = end_of_blanks(walk.at);
    walk.is_blank = *nonblank == '<';
    return walk.is_blank ? nonblank : Search::end_of_plain_text(walk.at);
}

// The run of the context that stands at `at`; nullptr when none is known.
template <class Search>
AFLETTER_PART_OF_CALLER const Run* find_run(Context& context, const char* at, const char* end) {
    for (std::size_t i = 0; i < context.run_count; ++i) {
        Run* const run = context.runs[i];
        if (run->size <= end - at && Search::is_equal(run->bytes.data(), at, run->size)) {
            if (i != 0) {
                context.runs[i] = context.runs[i / 2];
                context.runs[i / 2] = run;
            }
            ++context.hits;
            return run;
        }
    }
    return nullptr;
}

AFLETTER_PART_OF_CALLER void replay_run(Walk& walk, const char* begin, const Run& run) {
    walk.push_text(begin);
    for (std::size_t i = 0; i < run.event_count; ++i) {
        const Run::EventInRun& known = run.events[i];
        walk.push(begin + known.offset, known.size, known.element, known.kind);
    }
    walk.at = begin + run.size;
    walk.context = run.after;
}

// "</name>" of the element that is open. False when it is not that.
AFLETTER_PART_OF_CALLER bool pass_end_tag(Walk& walk, const char* begin) {
    const Context& context = *walk.context;
    const char* const name = begin + 2;
    const bool is_own = static_cast<std::size_t>(walk.end - begin) > context.name_size + 2U &&
                        name[context.name_size] == '>' && context.is_kept &&
                        is_equal_blockwise(context.key, name, context.name_size);
    if (!is_own) {
        return false;
    }
    walk.push_text(begin);
    walk.at = name + context.name_size + 1;
    if (context.role.is_group) {
        walk.push(begin, context.name_size + 3U, context.role.number, EventKind::end);
    }
    walk.context = context.parent;
    return true;
}

// "<name>" that the context had before. False when it is not that.
AFLETTER_PART_OF_CALLER bool pass_start_tag(Walk& walk, const char* begin) {
    const char* const name = begin + 1;
    const char* const name_end = end_of_possible_name(name);
    const auto size = static_cast<std::size_t>(name_end - name);
    if (*name_end != '>' || walk.context->depth == depth_max) {
        return false;
    }
    Context* const child = walk.contexts.find(*walk.context, {name, size});
    if (child == nullptr) {
        return false;
    }
    walk.push_text(begin);
    walk.at = name_end + 1;
    walk.context = child;
    if (child->role.is_group) {
        walk.push(begin, size + 1, child->role.number, EventKind::start);
    }
    return true;
}

// One text with what follows it. False when that is for the careful path.
template <class Search>
AFLETTER_PART_OF_CALLER bool pass(Walk& walk) {
    const char* const text_end = end_of_text<Search>(walk);
    Context& context = *walk.context;
    if (text_end - walk.at > static_cast<std::ptrdiff_t>(text_size_max) ||
        walk.end - text_end < 2) {
        return false;
    }
    if (context.pause == 0) {
        const Run* const run = find_run<Search>(context, text_end, walk.end);
        if (run == nullptr) {
            return false;
        }
        replay_run(walk, text_end, *run);
        return true;
    }
    if (*text_end != '<') {
        return false;
    }
    if (text_end[1] == '/') {
        --context.pause;
        return pass_end_tag(walk, text_end);
    }
    return pass_start_tag(walk, text_end);
}

// The copy stays in registers.
void go_narrow(Walk& walk) {
    Walk local = walk;
    while (local.event < local.last_event && pass<Narrow>(local)) {
    }
    walk.stand_where(local);
}

#if defined(__x86_64__)
AFLETTER_WIDE void go_wide(Walk& walk) {
    Walk local = walk;
    while (local.event < local.last_event && pass<Wide>(local)) {
    }
    walk.stand_where(local);
}

using Go = void (*)(Walk&);
Go widest() {
    const bool is_wide = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0;
    return is_wide ? go_wide : go_narrow;
}
void go(Walk& walk) {
    static const Go chosen = widest();
    chosen(walk);
}
#else
void go(Walk& walk) {
    go_narrow(walk);
}
#endif

}  // namespace

bool Scanner::Engine::replay() {
    Walk walk{at_,
              context_,
              events_.data() + event_count_,
              events_.data() + events_max,
              window_.at(0),
              window_.end(),
              contexts_};
    go(walk);
    const bool has_moved = walk.at != at_;
    at_ = walk.at;
    context_ = walk.context;
    event_count_ = static_cast<std::size_t>(walk.event - events_.data());
    part_ = context_ == contexts_.document() ? Part::epilog : Part::inside;
    return has_moved;
}

}  // namespace afletter::xml
