{{/* The API, and beside it health and metrics, which no ingress leads to. */}}
{{- define "service-lib.services" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "service-lib.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 8080
      targetPort: http
---
apiVersion: v1
kind: Service
metadata:
  name: {{ include "service-lib.name" . }}-management
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "management") | nindent 4 }}
spec:
  type: ClusterIP
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "service-lib.selector" . | nindent 4 }}
  ports:
    - name: management
      port: 9000
      targetPort: management
{{- end }}

{{- define "service-lib.serviceMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "management") | nindent 4 }}
    {{- with .Values.global.serviceMonitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  jobLabel: app.kubernetes.io/name
  selector:
    matchLabels:
      {{- include "service-lib.selectorOf" (list . .Chart.Name) | nindent 6 }}
      app.kubernetes.io/component: management
  endpoints:
    - port: management
      path: /q/metrics
      interval: {{ .Values.global.serviceMonitor.interval }}
{{- end }}

{{- define "service-lib.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "service-lib.serviceAccountName" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
  {{- with .Values.serviceAccount.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
{{- end }}
