/// Lets a switch over names compare their lengths first: nearly all of its cases are other names.
@inline(__always)
func ~= (name: String, text: String) -> Bool {
  name.utf8.count == text.utf8.count && name == text
}

@inline(__always)
func ~= (name: String, text: String?) -> Bool {
  text.map { name ~= $0 } ?? false
}
