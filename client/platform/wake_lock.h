// The screen stays on while something runs that people look at (a focus timer), where the browser
// grants it; where it does not, nothing happens. https://www.w3.org/TR/screen-wake-lock/
#pragma once

namespace rr::platform {

// Until let_screen_sleep; asked for again by itself when a hidden page is shown.
void keep_screen_on();
void let_screen_sleep();

}  // namespace rr::platform
