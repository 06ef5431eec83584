/// Every sentence that the course itself says, in one place, so that another language is a matter of this folder alone.
///
/// Sentences of lessons, briefs and hints come with the course; those of a report come with its renderer.
enum Messages {}
