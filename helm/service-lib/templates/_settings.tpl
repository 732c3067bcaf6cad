{{/* The database as host:port/name; takes (list root url host port). */}}
{{- define "service-lib.databaseAddress" -}}
{{- $root := index . 0 -}}
{{- if index . 1 -}}
{{- index . 1 | trimPrefix "postgresql://" -}}
{{- else -}}
{{- printf "%s:%d/%s" (index . 2) (int (index . 3)) $root.Values.database.name -}}
{{- end -}}
{{- end }}

{{- define "service-lib.runtimeDatabase" -}}
{{- $database := .Values.global.database -}}
{{- include "service-lib.databaseAddress" (list . .Values.database.url $database.host $database.port) -}}
{{- end }}

{{/* Locks of a session, which migrations take, do not exist behind a pooler in transaction mode. */}}
{{- define "service-lib.migrationDatabase" -}}
{{- $database := .Values.global.database -}}
{{- $host := $database.migrationHost | default $database.host -}}
{{- $port := ternary $database.migrationPort $database.port (ne $database.migrationHost "") -}}
{{- include "service-lib.databaseAddress" (list . (.Values.database.migrationUrl | default .Values.database.url) $host $port) -}}
{{- end }}

{{- define "service-lib.sslParameters" -}}
sslmode={{ .Values.global.database.sslMode }}
{{- if .Values.global.database.caSecret }}&sslrootcert=/etc/tocsin/database-ca/{{ .Values.global.database.caKey }}{{ end }}
{{- end }}

{{/* The same for the reactive client, which has names of its own, as YAML. */}}
{{- define "service-lib.reactiveSsl" -}}
{{- $database := .Values.global.database -}}
quarkus.datasource.reactive.postgresql.ssl-mode: {{ $database.sslMode }}
{{- if eq $database.sslMode "verify-full" }}
quarkus.datasource.reactive.hostname-verification-algorithm: HTTPS
{{- end }}
{{- if $database.caSecret }}
quarkus.datasource.reactive.trust-certificate-pem: true
quarkus.datasource.reactive.trust-certificate-pem.certs: /etc/tocsin/database-ca/{{ $database.caKey }}
{{- else if eq $database.sslMode "require" }}
quarkus.datasource.reactive.trust-all: true
{{- end }}
{{- end }}

{{/* Settings which follow from other values, as YAML. */}}
{{- define "service-lib.derivedSettings" -}}
{{- $ssl := include "service-lib.sslParameters" . -}}
{{- $pooler := .Values.global.database.pooler -}}
config_ordinal: 260
tocsin.public-url: {{ .Values.global.publicUrl | quote }}
tocsin.identity.keys-file: /etc/tocsin/identity/{{ .Values.global.identity.key }}
tocsin.outbox.service-credential-file: /etc/tocsin/service-credential/{{ .Values.global.serviceCredential.key }}
{{- with .Values.global.serviceCredential.previousKey }}
tocsin.outbox.previous-service-credential-file: /etc/tocsin/service-credential/{{ . }}
{{- end }}
{{- with .Values.global.identity.jwksUrl }}
mp.jwt.verify.publickey.location: {{ . | quote }}
{{- end }}
{{- with .Values.global.identity.issuer }}
mp.jwt.verify.issuer: {{ . | quote }}
{{- end }}
{{- with .Values.global.tracing.endpoint }}
quarkus.otel.exporter.otlp.endpoint: {{ . | quote }}
{{- end }}
{{- range .Values.network.calls }}
tocsin.outbox.destinations.{{ . }}: http://{{ include "service-lib.nameOf" (list $ .) }}:8080
{{- end }}
quarkus.datasource.reactive.url: postgresql://{{ include "service-lib.runtimeDatabase" . }}
{{ include "service-lib.reactiveSsl" . }}
quarkus.datasource.jdbc.url: jdbc:postgresql://{{ include "service-lib.runtimeDatabase" . }}?{{ $ssl }}{{ if $pooler }}&prepareThreshold=0{{ end }}
quarkus.datasource.reactive.max-size: {{ .Values.database.connections }}
quarkus.flyway.migrate-at-start: {{ not .Values.migration.enabled }}
quarkus.shutdown.delay: {{ .Values.shutdown.drainSeconds }}s
quarkus.shutdown.timeout: {{ .Values.shutdown.timeoutSeconds }}s
tocsin.database.pooler: {{ $pooler }}
{{- with .Values.smtp }}
tocsin.notifier.smtp.host: {{ .host | quote }}
tocsin.notifier.smtp.port: {{ .port }}
tocsin.notifier.smtp.security: {{ .security }}
{{- if .existingSecret }}
tocsin.notifier.smtp.password-file: /etc/tocsin/smtp/{{ .passwordKey }}
{{- end }}
{{- end }}
{{- with .Values.heads }}
{{- if .existingSecret }}
tocsin.audit.heads.key-file: /etc/tocsin/audit-key/{{ .key }}
{{- end }}
{{- if .volume }}
tocsin.audit.heads.folder: {{ include "service-lib.headFolder" $ }}
{{- end }}
{{- end }}
{{- with .Values.mail }}
tocsin.notifier.mail.from: {{ .from | quote }}
{{- end }}
{{- end }}

{{/* The file itself: what the person set wins over what was derived. */}}
{{- define "service-lib.properties" -}}
{{- $settings := mergeOverwrite (include "service-lib.derivedSettings" . | fromYaml) (deepCopy .Values.config) -}}
{{- range $name, $value := $settings }}
{{ $name }}={{ $value | toString | replace "\\" "\\\\" | replace "\n" "\\n" }}
{{- end }}
{{- end }}

{{- define "service-lib.settings" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
data:
  application.properties: |
    {{- include "service-lib.properties" . | trim | nindent 4 }}
{{- end }}
