// Makes the functions over shared words known to Python.
#pragma once

#include <nanobind/nanobind.h>

namespace stemmata {
void open_corpus_door(nanobind::module_& module);
}
