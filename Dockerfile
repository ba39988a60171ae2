# The product as one container: built with the same set-up scripts as everywhere, run without root.
FROM debian:trixie-slim AS build
WORKDIR /src
COPY tools tools
RUN apt-get update && tools/setup build
COPY . .
RUN tools/build_page

FROM debian:trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends libssl3t64 libsqlite3-0 libpq5 libspdlog1.15 \
    libfmt10 libbrotli1 zlib1g tzdata ca-certificates \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /data --create-home roomieroster
COPY --from=build /src/build/native/roomieroster /app/roomieroster
COPY --from=build /src/build/web /app/web
USER roomieroster
ENV APP_ENV=production BIND_ADDRESS=0.0.0.0 PORT=8080 DATA_DIR=/data WEB_DIR=/app/web
EXPOSE 8080
VOLUME /data
STOPSIGNAL SIGTERM
CMD ["/app/roomieroster", "serve"]
