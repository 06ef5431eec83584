package import Rubric

/// The checks that rubrics may name.
package struct CheckNames: Sendable {
  /// For corrections of misspelt ids.
  package let ids: [String]
  let find: @Sendable (String) -> Check?

  package init(ids: [String], find: @escaping @Sendable (String) -> Check?) {
    self.ids = ids
    self.find = find
  }
}
