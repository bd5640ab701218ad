// Makes the functions over markup known to Python.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {
void open_markup_door(nanobind::module_& module);
}
