// Short lines made the marks they leave; masks.py says in Python what they are.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {

void open_masks_door(nanobind::module_& module);

}  // namespace stemmata
