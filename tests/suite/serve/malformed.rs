//! Requests that are none, or that want what nobody may have.

use super::{Preview, SECRET};

/// What is sent, and the statuses with which it may be answered; without any, it may end without an answer too.
type Case = (Vec<u8>, &'static [u16]);

/// Ways out of the site.
fn ways_out(preview: &Preview, cases: &mut Vec<Case>) {
    let ups = [
        "..",
        "%2e%2e",
        ".%2e",
        "%2E.",
        "%252e%252e",
        "%25252e%25252e",
        "%c0%ae%c0%ae",
        "%e0%80%ae%e0%80%ae",
        "%f0%80%80%ae.",
        "%u002e%u002e",
        "．．",
        "...",
        "..%00",
        "..%0d%0a",
        "..;",
        "%2e%2e%20",
        "content/..",
    ];
    let strokes = ["/", "%2f", "%2F", "%5c", "\\", "//", "/./", "%252f", "%c0%af", "%e2%88%95"];
    for up in ups {
        for stroke in strokes {
            for start in ["/", "/en/", "/files/content/privacy/", "/assets/", "/-/"] {
                let way = format!("{start}{up}{stroke}{up}{stroke}{up}{stroke}secret.txt");
                cases.push((preview.request(&way, "Connection: close\r\n").into_bytes(), &[400, 404]));
            }
        }
    }
    for address in [
        "//localhost/secret.txt",
        "///secret.txt",
        "/secret.txt",
        "/content/privacy/en.md",
        "/engross.toml",
        "secret.txt",
        "/etc/passwd",
        "file:///secret.txt",
        "http://localhost/secret.txt",
        "http:///secret.txt",
        "//etc/passwd",
        "/C:%5csecret.txt",
        "/C:/secret.txt",
        "/files/secret.txt",
        "/files//secret.txt",
        "/files/content/../secret.txt",
        "/proc/self/environ",
        "/en%2fprivacy/",
        "/%2e",
        "/.",
        "/..",
        "*",
        "?",
        "#",
        "/%",
        "/%f",
        "/%ff",
        "/\u{7f}",
        "/en/privacy/%00",
        "/%00",
        "/.git/config",
        "/.git/HEAD",
        "/themes/default/theme.toml",
        "/~root",
        "/con",
        "/nul",
    ] {
        cases.push((preview.request(address, "Connection: close\r\n").into_bytes(), &[400, 404]));
    }
}

fn foreign_hosts(preview: &Preview, cases: &mut Vec<Case>) {
    let port = preview.port;
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        "localhost",
        "localhost:1",
        &format!("localhost.:{port}"),
        &format!("localhost:{port}.evil.example"),
        &format!("evil.example#localhost:{port}"),
        "127.0.0.1",
        "[::1]",
        &format!("0.0.0.0:{port}"),
        &format!("127.0.0.2:{port}"),
        &format!("user@localhost:{port}"),
        "",
        &format!("[::ffff:127.0.0.1]:{port}"),
        &format!("localhost:0{port}"),
        &format!("localhost :{port}"),
    ] {
        for address in ["/", "/en/privacy/", "/-/events", "/-/reload.js", "/-/", "http://evil.example/"] {
            let head = format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            cases.push((head.into_bytes(), &[403]));
        }
    }
    cases.push((b"GET / HTTP/1.1\r\n\r\n".to_vec(), &[400]));
    cases.push((b"GET / HTTP/1.0\r\n\r\n".to_vec(), &[403]));
    cases.push((format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.example\r\n\r\n").into(), &[400]));
    for whole in ["http://evil.example/en/", "https://evil.example/", "http://localhost:1/en/", "evil.example:443"] {
        cases.push((preview.request(whole, "Connection: close\r\n").into_bytes(), &[400]));
    }
}

fn other_methods(preview: &Preview, cases: &mut Vec<Case>) {
    for method in
        ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "LINK", "GETS", "HEADS", "PURGE"]
    {
        for target in ["/", "/en/privacy/", "*", "localhost:443", "/-/events"] {
            let request = preview.request(target, "Content-Length: 3\r\n").replacen("GET", method, 1);
            cases.push(((request + "a=b").into_bytes(), &[405]));
        }
    }
}

fn no_heads(preview: &Preview, cases: &mut Vec<Case>) {
    let host = format!("Host: localhost:{}\r\n", preview.port);
    for (line, statuses) in [
        ("GET", &[400][..]),
        ("GET /", &[400]),
        ("GET / HTTP", &[400]),
        ("GET / HTTP/1", &[400]),
        ("GET / HTTP/0.9", &[505]),
        ("GET / HTTP/2.0", &[505]),
        ("GET / HTTP/9.9", &[505]),
        ("GET / HTTP/1.10", &[400]),
        ("GET / http/1.1", &[400]),
        ("get / HTTP/1.1", &[405]),
        ("GET  / HTTP/1.1", &[400]),
        ("GET\t/\tHTTP/1.1", &[400]),
        (" GET / HTTP/1.1", &[400]),
        ("GET / HTTP/1.1 ", &[400]),
        ("GET /a b HTTP/1.1", &[400]),
        ("G=T / HTTP/1.1", &[400]),
        ("GET /\r HTTP/1.1", &[400]),
        ("GET /\0 HTTP/1.1", &[400]),
        ("PRI * HTTP/2.0", &[505]),
        ("HTTP/1.1 200 OK", &[400]),
        (":", &[400]),
    ] {
        cases.push((format!("{line}\r\n{host}\r\n").into_bytes(), statuses));
        cases.push((format!("{line}\n{}\n", host.replace('\r', "")).into_bytes(), &[400]));
    }
    for line in [
        "A",
        ": b",
        "A : b",
        " A: b",
        "A\t: b",
        "A: b\r\n c: d",
        "A: \0",
        "A: \u{1}",
        "A: b\rc: d",
        "A: b\nc: d",
        "Ä: b",
        "Content-Length: -1",
        "Content-Length: +1",
        "Content-Length: 1, 1",
        "Content-Length: 0x10",
        "Content-Length: ",
        "Content-Length: 99999999999999999999999999",
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 4",
    ] {
        cases.push((preview.request("/en/", &format!("{line}\r\n")).into_bytes(), &[400]));
    }
}

fn bodies(preview: &Preview, cases: &mut Vec<Case>) {
    let inner = preview.request("/secret.txt", "");
    for (lines, body, statuses) in [
        ("Content-Length: 999999999999999\r\n", "", &[200][..]),
        ("Content-Length: 18446744073709551615\r\n", "a", &[200]),
        ("Content-Length: 5\r\n", "a", &[200]),
        ("Content-Length: 1\r\n", &inner, &[200]),
        ("Transfer-Encoding: chunked\r\n", "0\r\n\r\n", &[200]),
        ("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n", &[200]),
        ("Transfer-Encoding: chunked\r\n", &inner, &[200]),
        ("Transfer-Encoding: gzip, chunked\r\n", &inner, &[200]),
        ("Transfer-Encoding: \u{b}chunked\r\n", &inner, &[400]),
        ("Transfer-Encoding: identity\r\n", &inner, &[200]),
        ("Expect: 100-continue\r\nContent-Length: 9\r\n", "", &[200]),
        ("Expect: wonders\r\n", "", &[417]),
        ("Connection: upgrade\r\nUpgrade: websocket\r\n", "", &[200]),
        ("Connection: upgrade\r\nUpgrade: h2c\r\n", "", &[200]),
    ] {
        cases.push((format!("{}{body}", preview.request("/en/privacy/", lines)).into_bytes(), statuses));
    }
}

fn huge(preview: &Preview, cases: &mut Vec<Case>) {
    let million = "a".repeat(1 << 20);
    let many = "A: b\r\n".repeat(10_000);
    for (request, status) in [
        (preview.request(&format!("/{million}"), ""), &[414][..]),
        (preview.request(&format!("/{}", "a".repeat(10_000)), ""), &[414]),
        (preview.request("/en/", &format!("A: {million}\r\n")), &[431]),
        (preview.request("/en/", &format!("{million}: a\r\n")), &[431]),
        (preview.request("/en/", &many), &[431]),
        (preview.request(&format!("/en/?{}", &million[..4000]), ""), &[200]),
        (preview.request("/en/", &format!("Cookie: {}\r\n", &million[..30_000])), &[200]),
        (format!("{million}\r\n\r\n"), &[400]),
        (million.to_uppercase(), &[414]),
        ("\r\n".repeat(500_000), &[]),
    ] {
        cases.push((request.into_bytes(), status));
    }
}

/// Bytes that mean nothing, the same ones each time, and beginnings of requests.
fn noise(preview: &Preview, cases: &mut Vec<Case>) {
    let mut state = 7_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    for length in 1..150 {
        cases.push(((0..length).map(|_| byte()).collect(), &[]));
    }
    let whole = preview.request("/en/", "Accept: */*\r\n");
    for length in 0..whole.len() - 1 {
        cases.push((whole.as_bytes()[..length].to_vec(), &[]));
    }
    for length in 0..whole.len() - 1 {
        let mut bytes = whole.clone().into_bytes();
        bytes[length] = byte();
        cases.push((bytes, &[]));
    }
    cases.push((b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), &[400]));
}

fn cases(preview: &Preview) -> Vec<Case> {
    let mut cases = Vec::new();
    for add in [ways_out, foreign_hosts, other_methods, no_heads, bodies, huge, noise] {
        add(preview, &mut cases);
    }
    cases
}

/// Requires that an answer is one of those expected, is one alone, and tells no secret.
fn check(preview: &Preview, (bytes, statuses): &Case) {
    let answer = preview.all(bytes);
    let answer = String::from_utf8_lossy(&answer);
    let asked = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]);
    for words in [SECRET, "base_url", "root:", "PATH=", "# Privacy", "refs/heads"] {
        assert!(!answer.contains(words), "{words} after {asked:?}");
    }
    let status: Option<u16> = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    if !statuses.is_empty() {
        let status = status.unwrap_or_else(|| panic!("no answer to {asked:?}"));
        assert!(statuses.contains(&status), "{status} for {asked:?}");
        assert_eq!(answer.matches("\r\nContent-Length: ").count(), 1, "{asked:?}: {answer}");
    }
    assert_ne!(status, Some(500), "{asked:?}");
}

#[test]
fn a_thousand_malformed_requests_do_no_harm_and_get_nothing() {
    let preview = Preview::start();
    let cases = cases(&preview);
    assert!(cases.len() > 1000);
    for case in &cases {
        check(&preview, case);
    }
    let before = preview.figures();
    for case in &cases {
        check(&preview, case);
    }
    let after = preview.figures();
    assert!(after.memory < before.memory + 4 * 1024, "{before:?}, {after:?}");
    preview.is_well();
}
