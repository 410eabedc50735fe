//! One connection: a request, an answer.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use crate::answer::Answer;
use crate::behaviour::Behaviour;
use crate::delivery::{Delivery, deliver, linger};
use crate::desk::Desk;
use crate::gate::Pass;
use crate::received::{Answered, Received};
use crate::reply::reply;
use crate::wire::{Trouble, Wire};

/// How long a client may take to read what it was sent.
const WRITING: Duration = Duration::from_secs(10);

/// How long a client that sends too much may go on.
const LINGERING: Duration = Duration::from_secs(1);

/// Reads one request, notes it, and answers it.
pub(crate) fn serve(stream: &TcpStream, pass: &Pass, desk: &Desk) {
    let _ = stream.set_write_timeout(Some(WRITING));
    let mut wire = Wire::new(stream, desk.limits);
    let head = match wire.head() {
        Ok(head) => head,
        Err(trouble) => return refuse(stream, trouble),
    };
    let length = head.length();
    let request = Received::new(head);
    if request.method == "POST" && desk.conduct().next_if(&Behaviour::DropBefore) {
        return note(desk, request, None);
    }
    let body = match wire.body(length) {
        Ok(body) => body,
        Err(trouble) => {
            let answer = trouble.answer().map(|answer| (answer, Delivery::AtOnce));
            note(desk, request, answer.as_ref());
            return refuse(stream, trouble);
        }
    };
    let request = request.with_body(&body);
    let answer = reply(&request, desk);
    note(desk, request, answer.as_ref());
    if let Some((answer, delivery)) = answer {
        // Whoever went away meanwhile needs no answer.
        let _ = deliver(stream, pass.gate(), &answer, delivery);
    }
}

/// Notes a request with its answer.
fn note(desk: &Desk, mut request: Received, answer: Option<&(Answer, Delivery)>) {
    request.answered = answer.map(|(answer, delivery)| Answered::new(answer, *delivery));
    desk.note(request);
}

/// Answers what was not read to its end.
fn refuse(stream: &TcpStream, trouble: Trouble) {
    if let Some(answer) = trouble.answer() {
        turn_away(stream, &answer);
        linger(stream, LINGERING);
    }
}

/// Answers without having listened.
pub(crate) fn turn_away(mut stream: &TcpStream, answer: &Answer) {
    let _ = stream.write_all(answer.head().as_bytes());
}
