#include "vnextract.h"
