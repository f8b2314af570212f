// The test framework, behind one header: Catch2 today.
#pragma once

#include <catch2/catch.hpp>
