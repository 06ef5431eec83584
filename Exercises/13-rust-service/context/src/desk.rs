use std::collections::VecDeque;

/// A guest's number and the thing that is broken.
#[derive(Debug, PartialEq)]
pub struct Ticket {
    pub number: u32,
    pub item: String,
}

/// Those who wait, the first one in front.
#[derive(Default)]
pub struct Desk {
    last: u32,
    waiting: VecDeque<Ticket>,
}

impl Desk {
    /// The number for a new guest; none without a word about the thing, or with too many.
    pub fn take(&mut self, item: &str) -> Option<u32> {
        if item.is_empty() || item.chars().count() > 80 {
            return None;
        }
        self.last += 1;
        self.waiting.push_back(Ticket {
            number: self.last,
            item: item.to_string(),
        });
        Some(self.last)
    }

    /// Whose turn it is.
    pub fn call(&mut self) -> Option<Ticket> {
        self.waiting.pop_front()
    }

    /// `[{"number":1,"item":"radio"}]`
    pub fn to_json(&self) -> String {
        let tickets: Vec<String> = self
            .waiting
            .iter()
            .map(|ticket| {
                format!(
                    "{{\"number\":{},\"item\":\"{}\"}}",
                    ticket.number,
                    escaped(&ticket.item)
                )
            })
            .collect();
        format!("[{}]\n", tickets.join(","))
    }
}

fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => result.extend(['\\', character]),
            control if (control as u32) < 0x20 => {
                result.push_str(&format!("\\u{:04x}", control as u32))
            }
            other => result.push(other),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_queue_is_json() {
        let mut desk = Desk::default();
        desk.take("radio \"Gerda\"");
        desk.take("lamp\tgreen");
        let json =
            r#"[{"number":1,"item":"radio \"Gerda\""},{"number":2,"item":"lamp\u0009green"}]"#;
        assert_eq!(desk.to_json().trim_end(), json);
    }
}
