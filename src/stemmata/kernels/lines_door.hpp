// Makes the functions over lines known to Python.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {
void open_lines_door(nanobind::module_& module);
}
