// Makes the word diff known to Python.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {
void open_diff_door(nanobind::module_& module);
}
