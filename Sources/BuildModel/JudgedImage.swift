package import DockerfileSyntax

/// The image that a target yields, with all that a check may ask about it.
package struct JudgedImage: Sendable {
  package let document: Document
  package let image: EffectiveImage
}
