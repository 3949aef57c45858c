# One image a service: docker build --build-arg SERVICE=intake .
# SERVICE=all holds every service, the migrations and the demonstration: for bootstrap-db, migrate, install, and for all in one container.

FROM python:3.11-slim-bookworm AS packages
WORKDIR /build
COPY requirements-bootstrap.lock requirements.lock ./
RUN python -m venv /opt/dajian \
 && /opt/dajian/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock \
 && /opt/dajian/bin/uv pip sync --no-cache --compile-bytecode --python /opt/dajian/bin/python --require-hashes requirements.lock

FROM python:3.11-slim-bookworm AS pages
WORKDIR /app
COPY requirements-bootstrap.lock requirements-web.lock ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock
COPY openapi openapi
COPY services/__init__.py services/
COPY services/portal services/portal
RUN python -m services.portal.build --strict

FROM python:3.11-slim-bookworm AS code
ARG SERVICE=all
COPY shared /app/shared
COPY services /app/services
COPY migrations /app/migrations
COPY demo /app/demo
COPY --from=pages /app/services/portal/static /app/services/portal/static
# A service alone is shared/, its own folder and the modules every installation has.
RUN cd /app && rm -rf shared/testing services/portal/web \
 && if [ "$SERVICE" != all ]; then \
      test -f "services/$SERVICE/main.py" \
      && find services -mindepth 1 -maxdepth 1 -type d ! -name "$SERVICE" -exec rm -rf {} + \
      && rm -rf migrations demo; \
    fi \
 && python -m compileall -q /app

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --no-create-home dajian \
 && install -d -o dajian -m 0700 /data
COPY --from=packages /opt/dajian /opt/dajian
COPY --from=code /app /app
WORKDIR /app
ENV PATH=/opt/dajian/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/data DAJIAN_DATA_DIR=/data DAJIAN_HOST=0.0.0.0
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=5 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
ENTRYPOINT ["python", "-m", "services"]
