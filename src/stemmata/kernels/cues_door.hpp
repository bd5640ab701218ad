// Makes the cutting of sentences known to Python.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {
void open_cues_door(nanobind::module_& module);
}
