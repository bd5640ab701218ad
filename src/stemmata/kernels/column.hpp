// A growing array whose memory can be handed to NumPy as it is.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace stemmata {

template <class Value>
class Column {
public:
    explicit Column(std::size_t room = 0) { reserve(room); }
    ~Column() { std::free(values_); }
    Column(Column&& other) noexcept
        : values_(std::exchange(other.values_, nullptr)), count_(other.count_), room_(other.room_) {}
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;

    void push(Value value) {
        if (count_ == room_) reserve(room_ + room_ / 2 + 64);
        values_[count_++] = value;
    }

    // Room for so many more values, which `put` then need not ask for.
    void make_room(std::size_t more) {
        if (count_ + more > room_) reserve(room_ + room_ / 2 + more + 64);
    }

    void put(Value value) { values_[count_++] = value; }

    // Counts values that were written behind the last one.
    void grown(std::size_t more) { count_ += more; }

    void resize(std::size_t count) {
        reserve(count);
        count_ = count;
    }

    void clear() { count_ = 0; }

    std::size_t size() const { return count_; }
    Value* data() { return values_; }

    // Gives the memory away; the caller frees it with std::free. Never null.
    Value* release() {
        if (count_ < room_) reallocate(count_);
        return std::exchange(values_, nullptr);
    }

private:
    void reserve(std::size_t room) {
        if (room > room_ || values_ == nullptr) reallocate(room);
    }

    void reallocate(std::size_t room) {
        void* grown = std::realloc(values_, (room ? room : 1) * sizeof(Value));
        if (grown == nullptr) throw std::bad_alloc();
        values_ = static_cast<Value*>(grown);
        room_ = room;
    }

    Value* values_ = nullptr;
    std::size_t count_ = 0;
    std::size_t room_ = 0;
};

}  // namespace stemmata
