//! The client: takes the prerendered page over in the browser.

use citizens_academy_player::platform::start::start;

fn main() {
    start();
}
