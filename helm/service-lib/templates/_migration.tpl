{{/*
Migrates the tables, then ends: the service's own image and its own Flyway, as the role which owns the tables. A hook sees nothing of
the release, so that it has no ConfigMap and no account of its own.
*/}}
{{- define "service-lib.migration" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "service-lib.name" . }}-migration
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "migration") | nindent 4 }}
  {{- if .Values.migration.hook }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
  {{- end }}
spec:
  backoffLimit: {{ .Values.migration.backoffLimit }}
  activeDeadlineSeconds: {{ .Values.migration.activeDeadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "service-lib.labels" (list . "migration") | nindent 8 }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      enableServiceLinks: false
      securityContext:
        {{- include "service-lib.podSecurity" . | nindent 8 }}
      {{- with include "service-lib.placement" . | trim }}
      {{- . | nindent 6 }}
      {{- end }}
      containers:
        - name: migration
          image: {{ include "service-lib.image" . }}
          imagePullPolicy: {{ .Values.global.image.pullPolicy }}
          env:
            {{- include "service-lib.migrationEnv" . | nindent 12 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          securityContext:
            {{- include "service-lib.containerSecurity" . | nindent 12 }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- with .Values.global.database.caSecret }}
            - name: database-ca
              mountPath: /etc/tocsin/database-ca
              readOnly: true
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 256Mi
        {{- with .Values.global.database.caSecret }}
        - name: database-ca
          secret:
            secretName: {{ . }}
            defaultMode: 0440
        {{- end }}
{{- end }}

{{/* The role as which the service logs in is granted what it needs of each new table. */}}
{{- define "service-lib.migrationEnv" -}}
- name: QUARKUS_INIT_AND_EXIT
  value: "true"
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "true"
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: jdbc:postgresql://{{ include "service-lib.migrationDatabase" . }}?{{ include "service-lib.sslParameters" . }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: postgresql://{{ include "service-lib.migrationDatabase" . }}
{{ include "service-lib.databaseLogin" (list . .Values.database.existingSecret "QUARKUS_DATASOURCE") }}
{{- with .Values.migration.existingSecret }}
{{ include "service-lib.databaseLogin" (list $ . "QUARKUS_FLYWAY") }}
{{- end }}
{{- end }}
