//! Sign-ups while the module is served: a receiver on this machine stands in for the service.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use signup_receiver::{Receiver, TRIAL};

use crate::arrival;
use crate::error::Error;
use crate::parent::parent_id;

/// The build of the site reads here where the form posts to while it is tried.
pub(crate) const VARIABLE: &str = "ACADEMY_TRIAL_SIGNUP";

/// Where nobody receives sign-ups.
pub(crate) const NOBODY: &str = "http://127.0.0.1:1/json";

/// A port for the receiver: the one after the site's, or any that is free.
pub(crate) fn choose_port(site: u16) -> Result<u16, Error> {
    let next = site.checked_add(1).filter(|port| is_free(*port));
    next.map_or_else(any_port, Ok)
        .map_err(|error| failed(&error))
}

/// The first free port after this one.
pub(crate) fn free_port_after(port: u16) -> Option<u16> {
    (port..=u16::MAX).skip(1).find(|port| is_free(*port))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

fn any_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// The address that the form posts to.
pub(crate) fn endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}/json")
}

/// Whether somebody listens there.
pub(crate) fn is_received_at(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// What a person who tries the form wants to know.
pub(crate) fn note(port: u16) -> String {
    let mut note = format!(
        "Sign-ups are received at {}\n\
         Nothing leaves this machine; what arrives is shown here. What is typed before the @\n\
         chooses what happens:\n",
        endpoint(port)
    );
    for (word, meaning) in TRIAL {
        let _ = writeln!(note, "  {word:<14} {meaning}");
    }
    note + "  anything else  is taken\n"
}

/// Receives sign-ups and prints them, until the program that started this one ends.
pub(crate) fn receive(port: u16) -> Result<ExitCode, Error> {
    let parent = parent_id();
    let receiver = Receiver::trial(port).map_err(|error| failed(&error))?;
    receiver.on_arrival(|arrived| {
        // If nobody reads what is printed, sign-ups are to be answered all the same.
        let _ = io::stdout().write_all(arrival::entry(arrived).as_bytes());
    });
    while parent_id() == parent {
        thread::sleep(Duration::from_millis(300));
    }
    Ok(ExitCode::SUCCESS)
}

fn failed(error: &io::Error) -> Error {
    Error::Failed {
        what: "Receiving sign-ups".to_owned(),
        why: format!("the system said \"{error}\""),
        remedy: "type `cargo xtask serve --no-signup` to go without".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_the_next_one_or_another_that_is_free() {
        // One that the system gives to nobody else meanwhile.
        let port = free_port_after(22_000).unwrap();
        assert_eq!(choose_port(port - 1).unwrap(), port);
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
        let chosen = choose_port(port - 1).unwrap();
        assert_ne!(chosen, port);
        assert!(choose_port(u16::MAX).is_ok());
        assert_ne!(free_port_after(port - 1), Some(port));
        drop(taken);
    }

    #[test]
    fn the_note_names_the_address_and_every_word() {
        let note = note(8081);
        assert!(note.starts_with("Sign-ups are received at http://127.0.0.1:8081/json\n"));
        for (word, meaning) in TRIAL {
            assert!(note.contains(&format!("  {word} ")), "{word}");
            assert!(note.contains(meaning), "{word}");
        }
        assert!(note.lines().all(|line| line.len() <= 100));
    }

    #[test]
    fn somebody_listens_or_does_not() {
        let receiver = Receiver::trial(0).unwrap();
        assert!(is_received_at(receiver.port()));
        assert!(!is_received_at(free_port_after(23_000).unwrap()));
    }

    #[test]
    fn a_port_that_is_taken_is_told_in_a_sentence() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let sentence = receive(port).unwrap_err().to_string();
        assert!(sentence.starts_with("Receiving sign-ups failed, because"));
    }
}
