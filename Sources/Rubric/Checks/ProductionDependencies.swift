import BuildModel
import Diagnostics

extension Check {
  package static let productionDependencies = Check(
    id: "production-dependencies",
    title: "Leave development dependencies out",
    rationale: "test runners and compilers are the largest part of node_modules, and an attack surface",
    good: [
      "FROM node:26-alpine\nWORKDIR /app\nRUN npm ci --omit=dev\n",
      "FROM node:26-alpine\nWORKDIR /app\nENV NODE_ENV=production\nRUN npm ci\n",
      """
      FROM node:26 AS builder
      WORKDIR /app
      RUN npm ci && npm run build && npm prune --omit=dev
      FROM node:26-alpine
      COPY --from=builder /app/node_modules /app/node_modules
      """,
      "FROM nginx:alpine\n",
    ],
    bad: [
      "FROM node:26-alpine\nWORKDIR /app\nRUN ⟦npm ci⟧\n",
      "FROM node:26-alpine\nWORKDIR /app\nRUN npm ci ⟦--omit-dev⟧\n",
      "FROM node:26-alpine\nWORKDIR /app\nENV NODE_ENV=production\nRUN npm ci ⟦--include=dev⟧\n",
      """
      FROM node:26 AS builder
      WORKDIR /app
      RUN npm ci && npm run build
      FROM node:26-alpine
      ⟦COPY --from=builder /app /app⟧
      """,
    ]
  ) { image in
    var notes: [Diagnostic] = []
    for found in image.modules {
      let explanation = DependencyExplanation(found.modules, item: found.item, in: image)
      guard found.modules.isCertain else { return .notJudged(explanation.uncertain) }
      switch found.modules.development {
      case .omitted(let cause): notes += explanation.notes(on: cause)
      case .included(let inclusion): return .failed(explanation.finding(inclusion))
      case .unknown: return .notJudged(explanation.uncertain)
      }
    }
    if let item = image.unknownModules {
      return .notJudged(
        Finding(
          "node_modules that no install of the file made",
          "what the node_modules holds that is copied here cannot be told from the file",
          at: item.origin.range,
          label: "from elsewhere",
          fix: "RUN npm ci --omit=dev"
        )
      )
    }
    guard let first = image.modules.first else { return .passed("there are no node_modules in the final image") }
    let way = first.item.lineage.last.map { ", copied from \(image.build.stages[$0].displayName)" } ?? ""
    return .passed("`\(first.modules.command)`\(way)", notes: notes)
  }
}
