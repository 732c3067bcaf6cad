{{/* What Pod Security `restricted` asks for, and a root file system that nobody writes to. */}}
{{- define "service-lib.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.runAsUser }}
runAsGroup: {{ .Values.runAsUser }}
fsGroup: {{ .Values.runAsUser }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "service-lib.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* User and password of a role; takes (list root secret prefix). */}}
{{- define "service-lib.databaseLogin" -}}
{{- $root := index . 0 -}}
- name: {{ index . 2 }}_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ $root.Values.database.usernameKey }}
- name: {{ index . 2 }}_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ $root.Values.database.passwordKey }}
{{- end }}

{{- define "service-lib.env" -}}
- name: SMALLRYE_CONFIG_LOCATIONS
  value: /etc/tocsin/settings/application.properties
- name: JAVA_TOOL_OPTIONS
  # a heap which begins small has little room for what is new, and is collected all the time
  value: -XX:InitialRAMPercentage=70.0 -XX:MaxRAMPercentage=70.0 -XX:+ExitOnOutOfMemoryError
{{ include "service-lib.databaseLogin" (list . .Values.database.existingSecret "QUARKUS_DATASOURCE") }}
{{- with .Values.smtp }}
{{- if .existingSecret }}
- name: TOCSIN_NOTIFIER_SMTP_USER
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .usernameKey }}
{{- end }}
{{- end }}
{{- with .Values.env }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Names of the mounted secrets by folder of /etc/tocsin, as YAML. */}}
{{- define "service-lib.secrets" -}}
identity: {{ .Values.global.identity.existingSecret }}
service-credential: {{ .Values.global.serviceCredential.existingSecret }}
{{- with .Values.global.database.caSecret }}
database-ca: {{ . }}
{{- end }}
{{- with .Values.smtp }}
{{- with .existingSecret }}
smtp: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.heads }}
{{- with .existingSecret }}
audit-key: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.secretFolders }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Where heads of the audit log are written; the pod's own file system is nobody's to write to. */}}
{{- define "service-lib.headFolder" -}}
/var/lib/tocsin/audit-heads
{{- end }}

{{- define "service-lib.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
- name: settings
  mountPath: /etc/tocsin/settings
  readOnly: true
{{- range $folder, $secret := include "service-lib.secrets" . | fromYaml }}
- name: {{ $folder }}
  mountPath: /etc/tocsin/{{ $folder }}
  readOnly: true
{{- end }}
{{- with .Values.heads }}
{{- if .volume }}
- name: audit-heads
  mountPath: {{ include "service-lib.headFolder" $ }}
{{- end }}
{{- end }}
{{- end }}

{{- define "service-lib.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
- name: settings
  configMap:
    name: {{ include "service-lib.name" . }}
{{- range $folder, $secret := include "service-lib.secrets" . | fromYaml }}
- name: {{ $folder }}
  secret:
    secretName: {{ $secret }}
    defaultMode: 0440
{{- end }}
{{- with .Values.heads }}
{{- with .volume }}
- name: audit-heads
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where pods run, and what pulls their images. */}}
{{- define "service-lib.placement" -}}
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
