import BuildModel

extension Check {
  package static let noSourceTree = Check(
    id: "no-source-tree",
    title: "Ship what runs, not the source tree",
    rationale: "sources, tests and settings make the image larger and tell an intruder how it works",
    good: [
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm run build
      FROM nginx:alpine
      COPY --from=builder /app/build /usr/share/nginx/html

      """
    ],
    bad: [
      "FROM node:26-alpine\nWORKDIR /app\n⟦COPY . .⟧\n",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm run build
      FROM node:26-alpine
      ⟦COPY --from=builder /app /app⟧

      """,
    ]
  ) { image in
    guard let item = image.state.files.items.first(where: { $0.contextPath == "." }) else {
      return .passed("only chosen files are in the image")
    }
    let isIndirect = !item.lineage.isEmpty
    return .failed(
      Finding(
        isIndirect ? "the builder's whole folder is copied" : "the whole build context is copied",
        isIndirect
          ? "the whole working folder of an earlier stage comes into the image, sources included"
          : "the whole build context comes into the image",
        at: item.origin.range,
        fix: "copy only what is needed to run: COPY --from=builder /app/build ./build"
      )
    )
  }
}
