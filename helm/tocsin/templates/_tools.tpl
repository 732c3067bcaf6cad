{{/* A container of the image which has the mailbox and the check; takes (list root name arguments). */}}
{{- define "tocsin.tool" -}}
{{- $root := index . 0 -}}
name: {{ index . 1 }}
image: {{ $root.Values.global.image.registry }}/tocsin-local:{{ $root.Values.global.image.tag | default $root.Chart.AppVersion }}
imagePullPolicy: {{ $root.Values.global.image.pullPolicy }}
args:
  {{- toYaml (index . 2) | nindent 2 }}
resources:
  requests: {cpu: 50m, memory: 128Mi}
  limits: {memory: 128Mi}
securityContext:
  {{- include "service-lib.containerSecurity" $root | nindent 2 }}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
{{- end }}

{{- define "tocsin.toolPod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "service-lib.podSecurity" (dict "Values" (dict "runAsUser" 65532)) | nindent 2 }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
{{- end }}

{{- define "tocsin.toolSelector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end }}
