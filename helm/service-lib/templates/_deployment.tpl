{{/* A probe of the management port; takes (list path period failures). */}}
{{- define "service-lib.probe" -}}
httpGet:
  path: {{ index . 0 }}
  port: management
periodSeconds: {{ index . 1 }}
timeoutSeconds: 5
failureThreshold: {{ index . 2 }}
{{- end }}

{{- define "service-lib.container" -}}
name: service
image: {{ include "service-lib.image" . }}
imagePullPolicy: {{ .Values.global.image.pullPolicy }}
ports:
  - name: http
    containerPort: 8080
  - name: management
    containerPort: 9000
env:
  {{- include "service-lib.env" . | nindent 2 }}
startupProbe:
  {{- include "service-lib.probe" (list "/q/health/started" 2 (div (add .Values.startup.timeoutSeconds 1) 2)) | nindent 2 }}
livenessProbe:
  {{- include "service-lib.probe" (list "/q/health/live" 10 3) | nindent 2 }}
readinessProbe:
  {{- include "service-lib.probe" (list "/q/health/ready" 5 2) | nindent 2 }}
lifecycle:
  preStop:
    {{- /* endpoints are told of the end at the same time as the pod: serve on until they all know */}}
    sleep:
      seconds: {{ max 1 .Values.shutdown.drainSeconds }}
resources:
  {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  {{- include "service-lib.containerSecurity" . | nindent 2 }}
volumeMounts:
  {{- include "service-lib.volumeMounts" . | nindent 2 }}
{{- end }}

{{/* Soft: a cluster of one node is a cluster. */}}
{{- define "service-lib.spread" -}}
{{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
- topologyKey: {{ . }}
  maxSkew: 1
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "service-lib.selector" $ | nindent 6 }}
{{- end }}
{{- end }}

{{- define "service-lib.deployment" -}}
{{- $shutdown := .Values.shutdown -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "service-lib.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "service-lib.labels" (list . "service") | nindent 8 }}
        {{- with .Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        checksum/config: {{ include "service-lib.properties" . | sha256sum }}
        {{- with .Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "service-lib.serviceAccountName" . }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- /* preStop, then Quarkus' own delay, then calls in flight */}}
      terminationGracePeriodSeconds: {{ add (mul 2 $shutdown.drainSeconds) $shutdown.timeoutSeconds 10 }}
      securityContext:
        {{- include "service-lib.podSecurity" . | nindent 8 }}
      topologySpreadConstraints:
        {{- include "service-lib.spread" . | trim | nindent 8 }}
      {{- with include "service-lib.placement" . | trim }}
      {{- . | nindent 6 }}
      {{- end }}
      containers:
        -
          {{- include "service-lib.container" . | nindent 10 }}
      volumes:
        {{- include "service-lib.volumes" . | nindent 8 }}
{{- end }}
