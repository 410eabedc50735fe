//! Listening, from a start to a stop.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::answer::Answer;
use crate::connection;
use crate::desk::Desk;
use crate::gate::Gate;

/// How long connections may take to end once they were told to.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// A port that is listened on.
#[derive(Debug)]
pub(crate) struct Run {
    address: SocketAddr,
    gate: Arc<Gate>,
    accepting: JoinHandle<()>,
}

impl Run {
    /// Listens on a port of this machine; 0 is any that is free.
    pub(crate) fn start(port: u16, desk: &Arc<Desk>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let gate = Gate::new(desk.limits.at_once);
        let accepting = {
            let (gate, desk) = (Arc::clone(&gate), Arc::clone(desk));
            thread::Builder::new()
                .name("sign-ups".to_owned())
                .spawn(move || accept(&listener, &gate, &desk))?
        };
        Ok(Self {
            address,
            gate,
            accepting,
        })
    }

    /// The port.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Closes the port and every connection, and comes back when that is so.
    pub(crate) fn stop(self) {
        self.gate.close();
        while !self.accepting.is_finished() {
            // Whoever waits for a connection notices the end when there is one.
            let _ = TcpStream::connect_timeout(&self.address, Duration::from_millis(100));
            thread::sleep(Duration::from_millis(1));
        }
        let _ = self.accepting.join();
        self.gate.wait_until_empty(LAST_WORDS);
    }
}

/// Lets connections in, and gives each a thread, until the gate closes.
fn accept(listener: &TcpListener, gate: &Arc<Gate>, desk: &Arc<Desk>) {
    for stream in listener.incoming() {
        if gate.is_closed() {
            return;
        }
        let Ok(stream) = stream else {
            // There may be too many open files; that passes.
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        match gate.admit(&stream) {
            None => connection::turn_away(&stream, &Answer::empty(503)),
            Some(pass) => {
                let desk = Arc::clone(desk);
                // Without a thread the connection ends at once, which is all one can do.
                let _ =
                    thread::Builder::new().spawn(move || connection::serve(&stream, &pass, &desk));
            }
        }
    }
}
