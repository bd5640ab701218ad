// What is done to a whole text at once before it is measured.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {

void open_texts_door(nanobind::module_& module);

}  // namespace stemmata
