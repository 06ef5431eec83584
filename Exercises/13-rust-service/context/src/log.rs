/// How much a line matters.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Level {
    Off,
    Error,
    Info,
}

/// Lines on standard error, as many as `RUST_LOG` asks for.
pub struct Log {
    level: Level,
}

impl Log {
    /// Without a setting only errors are written, as most Rust programs do.
    pub fn new(setting: &str) -> Log {
        let level = match setting.to_ascii_lowercase().as_str() {
            "off" => Level::Off,
            "info" | "debug" | "trace" => Level::Info,
            _ => Level::Error,
        };
        Log { level }
    }

    pub fn write(&self, level: Level, line: &str) {
        if level <= self.level {
            eprintln!("{line}");
        }
    }
}
