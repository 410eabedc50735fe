//! `cargo xtask serve`: the module on this machine, built anew on every change.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use crate::error::Error;
use crate::parent::parent_id;
use crate::project::{self, Project};
use crate::setup;
use crate::signup;
use crate::trunk::{self, Profile};

/// Sets up what is missing, builds, and serves until it is stopped.
pub(crate) fn run(
    project: &Project,
    port: u16,
    release: bool,
    signup: bool,
) -> Result<ExitCode, Error> {
    refuse_taken_port(port)?;
    let tools = setup::for_site(project)?;
    let site = project.served_site();
    project::remove(&site)?;
    println!("Building the site; its address follows when it is ready.");
    let profile = if release {
        Profile::Release
    } else {
        Profile::Dev
    };
    let signup = signup.then(|| signup::choose_port(port)).transpose()?;
    start(
        trunk::serve(project, &tools, profile, port, signup),
        port,
        signup,
    )
}

/// Fails if another program listens on the port.
fn refuse_taken_port(port: u16) -> Result<(), Error> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            let other = signup::free_port_after(port).unwrap_or(8080);
            Err(Error::PortTaken { port, other })
        }
        Err(error) => Err(Error::Failed {
            what: format!("Listening on port {port}"),
            why: format!("the system said \"{error}\""),
            remedy: "type `cargo xtask serve --port 8080`".to_owned(),
        }),
    }
}

/// Becomes Trunk, so that whatever stops this program stops Trunk. The announcement and the
/// sign-ups are left to children.
#[cfg(unix)]
fn start(mut trunk: Command, port: u16, signup: Option<u16>) -> Result<ExitCode, Error> {
    use std::os::unix::process::CommandExt;

    let mut announcement = vec!["announce".to_owned(), port.to_string()];
    let mut children = Vec::new();
    if let Some(signup) = signup {
        let signup = signup.to_string();
        match beside(&["receive", "--port", &signup]) {
            Ok(child) => children.push(child),
            Err(error) => println!("No sign-ups are received ({error})"),
        }
        announcement.push(signup);
    }
    match beside(&announcement) {
        Ok(child) => children.push(child),
        Err(error) => println!("The address will be {} ({error})", address(port)),
    }
    let error = trunk.exec();
    for mut child in children {
        let _ = child.kill();
    }
    Err(not_started(&error))
}

/// Starts this program once more, beside what goes on here.
#[cfg(unix)]
fn beside(args: &[impl AsRef<std::ffi::OsStr>]) -> io::Result<std::process::Child> {
    Command::new(std::env::current_exe()?).args(args).spawn()
}

/// Runs Trunk; Ctrl-C in the console reaches both programs.
#[cfg(not(unix))]
fn start(mut trunk: Command, port: u16, signup: Option<u16>) -> Result<ExitCode, Error> {
    if let Some(signup) = signup {
        thread::spawn(move || signup::receive(signup).inspect_err(|error| eprintln!("{error}")));
    }
    thread::spawn(move || announce(port, signup));
    let status = trunk.status().map_err(|error| not_started(&error))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Trunk could not be started.
fn not_started(error: &io::Error) -> Error {
    Error::Failed {
        what: "The server".to_owned(),
        why: format!("Trunk could not be started ({error})"),
        remedy: "put that right and type `cargo xtask serve` again".to_owned(),
    }
}

/// Waits until the module is served, and prints its address and what there is to know of sign-ups.
pub(crate) fn announce(port: u16, signup: Option<u16>) -> ExitCode {
    let parent = parent_id();
    let mut told_of_failure = false;
    while parent_id() == parent {
        match status_line(port) {
            Ok(line) if line.contains(" 200 ") => {
                println!("The site is at {}", address(port));
                println!("A change to its files builds it anew. Ctrl-C stops it.");
                if let Some(signup) = signup.filter(|signup| signup::is_received_at(*signup)) {
                    print!("\n{}", signup::note(signup));
                }
                return ExitCode::SUCCESS;
            }
            Ok(_) if !told_of_failure => {
                told_of_failure = true;
                println!("The build failed, as told above; it starts anew on a change.");
            }
            _ => {}
        }
        thread::sleep(Duration::from_millis(300));
    }
    ExitCode::FAILURE
}

/// The address that a person opens.
fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}/")
}

/// Asks the server for the module, and gives the first line of its answer.
fn status_line(port: u16) -> io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    // In one piece: a server may answer, and be gone, before a second one is sent.
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_with_another_to_try() {
        // One that the system gives to nobody else meanwhile.
        let port = signup::free_port_after(21_000).unwrap();
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
        let sentence = refuse_taken_port(port).unwrap_err().to_string();
        assert!(sentence.contains(&format!("port {port}, because another program")));
        drop(taken);
        refuse_taken_port(port).unwrap();
    }

    #[test]
    fn the_answer_of_the_server_is_read() {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = server.local_addr().unwrap().port();
        let serving = thread::spawn(move || {
            let (mut stream, _) = server.accept().unwrap();
            let mut request = BufReader::new(stream.try_clone().unwrap()).lines();
            assert_eq!(request.next().unwrap().unwrap(), "GET / HTTP/1.1");
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
        });
        assert_eq!(status_line(port).unwrap(), "HTTP/1.1 200 OK\r\n");
        serving.join().unwrap();
    }
}
