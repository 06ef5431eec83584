//! A web server as small as a service behind a proxy needs: one thread per connection, one request per connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Nothing that is longer is read.
const LONGEST_HEAD: u64 = 16 * 1024;
const LONGEST_BODY: usize = 64 * 1024;

/// What a client asks for.
#[derive(Debug, PartialEq)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub body: String,
}

/// What it gets.
#[derive(Debug, PartialEq)]
pub struct Response {
    pub status: u16,
    pub content_type: &'static str,
    pub body: String,
}

impl Response {
    pub fn text(status: u16, body: impl Into<String>) -> Response {
        Response {
            status,
            content_type: "text/plain; charset=utf-8",
            body: body.into(),
        }
    }

    pub fn json(status: u16, body: impl Into<String>) -> Response {
        Response {
            status,
            content_type: "application/json",
            body: body.into(),
        }
    }

    fn reason(&self) -> &'static str {
        match self.status {
            200 => "OK",
            201 => "Created",
            204 => "No Content",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            409 => "Conflict",
            _ => "Other",
        }
    }
}

/// Reads one request; `InvalidData` where it is none.
pub fn read_request(stream: impl Read) -> io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    let mut length = 0;
    let mut left = LONGEST_HEAD;
    loop {
        let mut line = String::new();
        let read = reader.by_ref().take(left).read_line(&mut line)?;
        left -= read as u64;
        if !line.ends_with('\n') {
            return Err(invalid(
                "the request ends too early, or its head is too long",
            ));
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if head.is_empty() {
            head = line.split(' ').map(str::to_string).collect();
        } else if let Some((name, value)) = line.split_once(':') {
            if name.eq_ignore_ascii_case("content-length") {
                length = value
                    .trim()
                    .parse()
                    .map_err(|_| invalid("a length that is no number"))?;
            }
        }
    }
    if head.len() != 3 || length > LONGEST_BODY {
        return Err(invalid("no request that this server reads"));
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let body = String::from_utf8(body).map_err(|_| invalid("a body that is no text"))?;
    let path = head.swap_remove(1);
    Ok(Request {
        method: head.swap_remove(0),
        path,
        body,
    })
}

/// Writes one response.
pub fn write_response(mut stream: impl Write, response: &Response) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
        response.status,
        response.reason(),
        response.content_type,
        response.body.len(),
        response.body
    )?;
    stream.flush()
}

/// Answers until the process ends.
pub fn serve<F>(listener: TcpListener, answer: F) -> io::Result<()>
where
    F: Fn(&Request) -> Response + Send + Sync + 'static,
{
    let answer = Arc::new(answer);
    for stream in listener.incoming() {
        let stream = stream?;
        let answer = Arc::clone(&answer);
        thread::spawn(move || {
            // A client that goes away is its own affair.
            let _ = converse(stream, answer.as_ref());
        });
    }
    Ok(())
}

fn converse(stream: TcpStream, answer: &impl Fn(&Request) -> Response) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let response = match read_request(&stream) {
        Ok(request) => answer(&request),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Response::text(400, format!("{error}\n"))
        }
        Err(error) => return Err(error),
    };
    write_response(&stream, &response)
}

fn invalid(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_request_with_a_body() {
        let bytes = b"POST /tickets HTTP/1.1\r\nHost: cafe\r\ncontent-length: 6\r\n\r\nradio!";
        let request = read_request(&bytes[..]).unwrap();
        assert_eq!(request.method, "POST");
        assert_eq!(request.path, "/tickets");
        assert_eq!(request.body, "radio!");
    }

    #[test]
    fn refuses_what_is_no_request() {
        for bytes in [
            "",
            "GET /",
            "GET\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        ] {
            let error = read_request(bytes.as_bytes()).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData, "{bytes:?}");
        }
    }

    #[test]
    fn writes_a_response() {
        let mut bytes = Vec::new();
        write_response(&mut bytes, &Response::text(201, "7")).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("HTTP/1.1 201 Created\r\n"), "{text}");
        assert!(
            text.ends_with("Content-Length: 1\r\nConnection: close\r\n\r\n7"),
            "{text}"
        );
    }
}
