#include "diagnosis/drafting.h"
bool drafting_schedule(struct draft *draft)
{
    (void)draft;
    return true;
}
