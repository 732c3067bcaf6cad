{{/* Only the declared connections. What the ingress must not reach has no route: see files/routes.yaml of the chart `tocsin`. */}}
{{- define "service-lib.networkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "service-lib.selectorOf" (list . .Chart.Name) | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- include "service-lib.callers" . | trim | nindent 4 }}
  egress:
    {{- include "service-lib.callees" . | trim | nindent 4 }}
{{- end }}

{{- define "service-lib.callers" -}}
{{- $policy := .Values.global.networkPolicy -}}
{{- if and .Values.network.public $policy.ingressFrom }}
- from:
    {{- toYaml $policy.ingressFrom | nindent 4 }}
  ports:
    - {port: http, protocol: TCP}
{{- end }}
{{- if .Values.network.public }}
- from:
    - podSelector:
        matchLabels:
          {{- include "service-lib.selectorOf" (list . "check") | nindent 10 }}
  ports:
    - {port: http, protocol: TCP}
{{- end }}
{{- with .Values.network.calledBy }}
- from:
    {{- range . }}
    - podSelector:
        matchLabels:
          {{- include "service-lib.selectorOf" (list $ .) | nindent 10 }}
          app.kubernetes.io/component: service
    {{- end }}
  ports:
    - {port: http, protocol: TCP}
{{- end }}
{{- with $policy.monitoringFrom }}
- from:
    {{- toYaml . | nindent 4 }}
  ports:
    - {port: management, protocol: TCP}
{{- end }}
{{- end }}

{{- define "service-lib.databasePort" -}}
{{- regexFind "[0-9]+$" (regexFind "^[^/]+" .) | default "5432" -}}
{{- end }}

{{- define "service-lib.callees" -}}
{{- $policy := .Values.global.networkPolicy -}}
- to:
    - namespaceSelector: {}
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
{{- $ports := list (include "service-lib.databasePort" (include "service-lib.runtimeDatabase" .)) (include "service-lib.databasePort" (include "service-lib.migrationDatabase" .)) | uniq }}
- ports:
    {{- range $ports }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
  {{- with $policy.databaseTo }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- with .Values.network.calls }}
- to:
    {{- range . }}
    - podSelector:
        matchLabels:
          {{- include "service-lib.selectorOf" (list $ .) | nindent 10 }}
          app.kubernetes.io/component: service
    {{- end }}
  ports:
    - {port: http, protocol: TCP}
{{- end }}
{{- with .Values.smtp }}
- ports:
    - {port: {{ .port }}, protocol: TCP}
{{- end }}
{{- range compact (list .Values.global.tracing.endpoint .Values.global.identity.jwksUrl) }}
{{- $url := urlParse . }}
- ports:
    - {port: {{ regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (ternary "443" "80" (eq $url.scheme "https")) }}, protocol: TCP}
{{- end }}
{{- with .Values.network.egress }}
{{ toYaml . }}
{{- end }}
{{- end }}
