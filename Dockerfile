# One image for api, worker and the migration job: they share the libraries and differ in the command.

FROM node:24-bookworm-slim AS build
WORKDIR /overturn
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/worker/package.json apps/worker/
COPY apps/dashboard/package.json apps/dashboard/
COPY libs libs
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /overturn
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/* \
  && mkdir /files && chown node:node /files
COPY --from=build /overturn/package.json ./
COPY --from=build /overturn/node_modules node_modules
COPY --from=build /overturn/libs libs
COPY --from=build /overturn/apps apps
COPY --from=build /overturn/prisma prisma
COPY --from=build /overturn/scripts scripts
USER node
ENV FILES_DIR=/files DASHBOARD_DIR=/overturn/apps/dashboard/dist HOST=0.0.0.0 PORT=3000
VOLUME /files
EXPOSE 3000
# tini passes signals on, so that a stop is the graceful one.
ENTRYPOINT ["tini", "--", "node", "--enable-source-maps"]
CMD ["apps/api/dist/main.js"]
