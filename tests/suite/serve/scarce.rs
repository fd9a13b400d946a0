//! A machine that has too little of something, and the end.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use engross::serve::{Listener, Opened};

use super::site;

/// The port, and whether it is the one that was wanted.
fn opened(port: u16, exact: bool) -> Option<(u16, bool)> {
    match Listener::open(port, exact).ok()? {
        Opened::Wanted(listener) => Some((listener.port(), true)),
        Opened::Other(listener) => Some((listener.port(), false)),
    }
}

#[test]
fn a_port_is_free_if_it_is_on_every_loopback_address() {
    let addresses = [SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))];
    for held in addresses.iter().filter_map(|address| TcpListener::bind(address).ok()) {
        let port = held.local_addr().expect("an address").port();
        assert_eq!(opened(port, true), None);
        let (other, wanted) = opened(port, false).expect("another port");
        assert!(other > port && other <= port.saturating_add(50) && !wanted, "{port} {other}");
    }
    let (port, wanted) = opened(0, true).expect("any port");
    assert!(port > 0 && wanted);
    assert_eq!(opened(port, true), Some((port, true)), "it is given back");
}

#[test]
fn a_busy_port_that_was_asked_for_is_an_error_in_plain_words() {
    let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = held.local_addr().expect("an address").port().to_string();
    let project = site();
    project.run(&["serve", "--port", &port]).ends(2).says(&[&format!("port {port} is busy"), "--port"]);
}

#[cfg(unix)]
mod unix {
    use std::io::{Read, Write};
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::{Pid, Signal, kill_process};

    use super::super::{Preview, site};

    #[test]
    fn without_descriptors_it_waits_and_goes_on() {
        // Just enough to start: connections use up the rest.
        for most in [16, 24] {
            let project = site();
            let mut command = project.program("sh");
            let program = format!("ulimit -n {most}; exec \"$0\" \"$@\"");
            command.args(["-c", &program, env!("CARGO_BIN_EXE_engross"), "serve", "--port", "0", "--root"]);
            command.arg(project.root());
            let preview = Preview::of(project, command);
            for _ in 0..3 {
                let held: Vec<_> = (0..200).map(|_| preview.connect()).collect();
                preview.is_well();
                drop(held);
                preview.is_well();
            }
        }
    }

    /// Whether whoever runs these tests lets programs ignore a signal, as a shell does in the background.
    fn is_ignored(preview: &Preview, signal: Signal) -> bool {
        let status = std::fs::read_to_string(format!("/proc/{}/status", preview.child.id())).unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap_or("0");
        let ignored = u64::from_str_radix(ignored.trim(), 16).expect("a number");
        ignored >> (signal.as_raw() - 1) & 1 == 1
    }

    #[test]
    fn it_ends_at_once_although_pages_are_open() {
        for signal in [Signal::INT, Signal::TERM] {
            let mut preview = Preview::start();
            let open = |_| {
                let mut page = preview.connect();
                page.write_all(preview.request("/-/events", "").as_bytes()).expect("a request");
                assert!(page.read(&mut [0; 512]).expect("a head") > 0);
                page
            };
            let pages: Vec<_> = (0..100).map(open).collect();
            if is_ignored(&preview, signal) {
                continue;
            }
            kill_process(Pid::from_child(&preview.child), signal).expect("a signal");
            for mut page in pages {
                // The end of its connection, however it looks; but not that time is up, nor that it is still there.
                let end = page.read(&mut [0; 512]);
                assert!(!matches!(&end, Err(error) if super::super::is_late(error)) && !matches!(end, Ok(1..)));
            }
            let status = preview.child.wait().expect("an end");
            assert_eq!(status.signal(), Some(signal.as_raw()));
        }
    }
}
