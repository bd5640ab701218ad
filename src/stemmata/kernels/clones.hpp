// One body compiled three times, the fitting one picked when the module is loaded. Needs GNU ifunc.
#pragma once

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define STEMMATA_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define STEMMATA_CLONES
#endif
