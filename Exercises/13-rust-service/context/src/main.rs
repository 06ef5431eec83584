//! Hands out numbers at the repair café's door, and says whose turn it is.

mod desk;
mod log;

use desk::Desk;
use log::{Level, Log};
use picoweb::{Request, Response};
use std::env;
use std::net::TcpListener;
use std::process::exit;
use std::sync::Mutex;

fn main() {
    let log = Log::new(&env::var("RUST_LOG").unwrap_or_default());
    let port = env::var("PORT").unwrap_or_else(|_| "8080".to_string());
    let listener = match TcpListener::bind(format!("0.0.0.0:{port}")) {
        Ok(listener) => listener,
        Err(error) => {
            log.write(Level::Error, &format!("port {port}: {error}"));
            exit(1);
        }
    };
    end_on_sigterm();
    log.write(Level::Info, &format!("listening on port {port}"));
    let desk = Mutex::new(Desk::default());
    let result = picoweb::serve(listener, move |request| {
        let response = answer(
            request,
            &mut desk.lock().expect("no thread panics with the desk"),
        );
        log.write(
            Level::Info,
            &format!("{} {} {}", request.method, request.path, response.status),
        );
        response
    });
    if result.is_err() {
        exit(1);
    }
}

fn answer(request: &Request, desk: &mut Desk) -> Response {
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/health") => Response::text(200, "ok\n"),
        ("GET", "/queue") => Response::json(200, desk.to_json()),
        ("POST", "/tickets") => match desk.take(request.body.trim()) {
            Some(number) => Response::text(201, format!("{number}\n")),
            None => Response::text(400, "say in a few words what is broken\n"),
        },
        ("POST", "/next") => match desk.call() {
            Some(ticket) => Response::text(200, format!("{} {}\n", ticket.number, ticket.item)),
            None => Response::text(409, "nobody waits\n"),
        },
        _ => Response::text(
            404,
            "GET /health, GET /queue, POST /tickets or POST /next\n",
        ),
    }
}

/// Process 1 of a container ignores the signal to stop, unless it asks for it.
fn end_on_sigterm() {
    extern "C" {
        fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
        fn _exit(status: i32) -> !;
    }
    extern "C" fn leave(_: i32) {
        // SAFETY: of what a handler may call, this is one of the few.
        unsafe { _exit(0) }
    }
    const SIGTERM: i32 = 15;
    // SAFETY: the handler is a plain function that lives as long as the process.
    unsafe {
        signal(SIGTERM, leave);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(desk: &mut Desk, method: &str, path: &str, body: &str) -> (u16, String) {
        let request = Request {
            method: method.into(),
            path: path.into(),
            body: body.into(),
        };
        let response = answer(&request, desk);
        (response.status, response.body)
    }

    #[test]
    fn guests_are_called_in_turn() {
        let mut desk = Desk::default();
        assert_eq!(
            ask(&mut desk, "POST", "/tickets", "radio"),
            (201, "1\n".into())
        );
        assert_eq!(
            ask(&mut desk, "POST", "/tickets", "toaster\n"),
            (201, "2\n".into())
        );
        assert_eq!(
            ask(&mut desk, "POST", "/next", ""),
            (200, "1 radio\n".into())
        );
        assert_eq!(
            ask(&mut desk, "POST", "/next", ""),
            (200, "2 toaster\n".into())
        );
        assert_eq!(ask(&mut desk, "POST", "/next", "").0, 409);
    }

    #[test]
    fn a_ticket_says_what_is_broken() {
        assert_eq!(ask(&mut Desk::default(), "POST", "/tickets", "  ").0, 400);
    }

    #[test]
    fn other_paths_are_unknown() {
        assert_eq!(ask(&mut Desk::default(), "GET", "/", "").0, 404);
    }
}
