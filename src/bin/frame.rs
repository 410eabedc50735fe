//! The client of a page within another page: it speaks to that page, so that the frame is as high as
//! what is in it. A page in a window of its own does not fetch it.

use citizens_academy_player::platform::embed;

fn main() {
    // Where there is nobody to speak to, nothing is said.
    let _ = embed::start();
}
