// SPDX-License-Identifier: Apache-2.0
// in_order(): work on many items at the same time, and take what comes of them in the order in which they came.
// At most eight items a worker are held at once: whoever makes items waits for whoever takes results.
//
//   in_order<Item, Result>(jobs, make, work, take);
//     make()         the next item, or nothing at the end; on a thread of its own
//     work(item)     an item's result; on many threads
//     take(result)   on the calling thread, in order
//
// With one job everything happens on the calling thread. No function may throw.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace relata::cli {

// How many workers somebody asked for: 0 is one for each core.
[[nodiscard]] inline unsigned workers(unsigned asked) {
  return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

template <typename Item, typename Out, typename Make, typename Work, typename Take>
class InOrder {
 public:
  InOrder(unsigned jobs, Make& make, Work& work, Take& take)
      : jobs_(jobs), make_(make), work_(work), take_(take) {}

  void run() {
    if (jobs_ <= 1) {
      while (std::optional<Item> item = make_()) take_(work_(std::move(*item)));
      return;
    }
    std::vector<std::thread> threads;
    threads.emplace_back([this] { make_all(); });
    for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { work_all(); });
    take_all();
    for (std::thread& thread : threads) thread.join();
  }

 private:
  struct Slot {
    explicit Slot(Item made) : item(std::move(made)) {}
    std::optional<Item> item;
    std::optional<Out> out;
  };

  void make_all() {
    const std::size_t most = std::size_t{jobs_} * 8;
    while (true) {
      {
        std::unique_lock lock(mutex_);
        taken_.wait(lock, [&] { return slots_.size() < most; });
      }
      std::optional<Item> item = make_();
      const std::lock_guard lock(mutex_);
      if (!item) {
        ended_ = true;
        made_.notify_all();
        done_.notify_all();
        return;
      }
      slots_.push_back(std::make_shared<Slot>(std::move(*item)));
      waiting_.push_back(slots_.back());
      made_.notify_one();
    }
  }

  void work_all() {
    while (true) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(mutex_);
        made_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        slot = std::move(waiting_.front());
        waiting_.pop_front();
      }
      Out out = work_(std::move(*slot->item));
      const std::lock_guard lock(mutex_);
      slot->item.reset();
      slot->out.emplace(std::move(out));
      done_.notify_one();
    }
  }

  void take_all() {
    while (true) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return slots_.empty() ? ended_ : slots_.front()->out.has_value(); });
        if (slots_.empty()) return;
        slot = std::move(slots_.front());
        slots_.pop_front();
        taken_.notify_one();
      }
      take_(std::move(*slot->out));
    }
  }

  const unsigned jobs_;
  Make& make_;
  Work& work_;
  Take& take_;
  std::mutex mutex_;
  std::condition_variable made_, done_, taken_;
  std::deque<std::shared_ptr<Slot>> slots_;    // in order, made and not yet taken
  std::deque<std::shared_ptr<Slot>> waiting_;  // for a worker
  bool ended_ = false;
};

template <typename Item, typename Out, typename Make, typename Work, typename Take>
void in_order(unsigned jobs, Make&& make, Work&& work, Take&& take) {
  InOrder<Item, Out, Make, Work, Take>(jobs, make, work, take).run();
}

}  // namespace relata::cli
