FROM node:22-alpine AS base
RUN corepack enable

FROM base AS pruner
WORKDIR /repo
RUN npm install -g turbo@2
COPY . .
RUN turbo prune web --docker

FROM base AS installer
WORKDIR /repo
COPY --from=pruner /repo/out/json/ .
RUN pnpm install --frozen-lockfile
COPY --from=pruner /repo/out/full/ .
RUN pnpm turbo run build --filter=web

FROM node:22-alpine AS runner
WORKDIR /app
COPY --from=installer --chown=node:node /repo/apps/web/.next/standalone ./
COPY --from=installer --chown=node:node /repo/apps/web/.next/static ./apps/web/.next/static
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "apps/web/server.js"]
